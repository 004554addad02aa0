package io.pacelight.local.demo;

import io.pacelight.local.clock.DemoClock;
import io.pacelight.local.signin.People;
import io.pacelight.simulator.District;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The demo district in a running installation: loaded once, then played along with the school clock. */
public final class Demo {
    private Demo() {}

    /** Puts the demo's people on the sign-in page. */
    public static void offerPeople(People people, int students) {
        if (people.all().size() <= 1) {
            people.offer(DemoSchool.people(DemoSchool.district(students)));
        }
    }

    /**
     * Loads what is missing, sets the school clock going at {@code speed}, and feeds until closed.
     *
     * @param address where the pages and the APIs answer
     * @param token gives a bearer token of the data desk
     * @param data where the demo keeps how far it has come
     */
    public static AutoCloseable play(
            URI address,
            Supplier<String> token,
            DemoClock clock,
            Path data,
            int students,
            int speed,
            Consumer<String> say) {
        District district = DemoSchool.district(students);
        DemoProgress progress = DemoProgress.in(data);
        Api api = new Api(address, token);
        DemoLoader loader = new DemoLoader(district, api, progress, say);
        loader.load(DemoSchool.begins());
        clock.runAt(speed);
        return new DemoFeeder(district, loader, api, progress, clock).start();
    }
}
