package io.pacelight.local.demo;

import io.pacelight.local.clock.DemoClock;
import io.pacelight.local.signin.People;
import io.pacelight.local.signin.Person;
import io.pacelight.simulator.District;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

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
     * @param token gives a user of the roster, or the data desk, a bearer token
     * @param data where the demo keeps how far it has come
     */
    public static AutoCloseable play(
            URI address,
            Function<String, String> token,
            DemoClock clock,
            Path data,
            int students,
            int speed,
            Consumer<String> say) {
        District district = DemoSchool.district(students);
        DemoProgress progress = DemoProgress.in(data);
        Api api = new Api(address, () -> token.apply(Person.DATA_DESK.username()));
        DemoLoader loader = new DemoLoader(district, api, progress, say);
        loader.load(DemoSchool.begins());
        clock.runAt(speed);
        return new DemoPlayer(
                        clock,
                        List.of(
                                new DemoStudents(district, loader, api, progress),
                                new DemoTeachers(
                                        district, user -> new Api(address, () -> token.apply(user)), clock.now())))
                .start();
    }
}
