package io.pacelight.local.demo;

import io.pacelight.local.LocalDistrict;
import io.pacelight.local.signin.Person;
import io.pacelight.simulator.District;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The demo district in a running installation: loaded once, then played along with the school clock. */
public final class Demo {
    private Demo() {}

    /** Puts the demo's people on the sign-in page. */
    public static void offerPeople(LocalDistrict running, int students) {
        if (running.people().all().size() <= 1) {
            running.people().offer(DemoSchool.people(DemoSchool.district(students)));
        }
    }

    /** Loads what is missing, sets the school clock going at {@code speed}, and feeds until closed. */
    public static AutoCloseable play(LocalDistrict running, Path data, int students, int speed, Consumer<String> say) {
        District district = DemoSchool.district(students);
        DemoProgress progress = DemoProgress.in(data);
        Api api = new Api(running.address(), () -> running.token(Person.DATA_DESK.username()));
        DemoLoader loader = new DemoLoader(district, api, progress, say);
        loader.load(DemoSchool.begins());
        running.clock().runAt(speed);
        return new DemoFeeder(district, loader, api, progress, running.clock()).start();
    }
}
