package io.pacelight.local;

import io.pacelight.local.demo.DemoSchool;
import io.pacelight.local.signin.Person;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What the console says when the district is up. */
final class Welcome {
    private static final DateTimeFormatter SCHOOL_TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final PrintStream out;
    private final LocalDistrict district;
    private final Options options;

    Welcome(PrintStream out, LocalDistrict district, Options options) {
        this.out = out;
        this.district = district;
        this.options = options;
    }

    /** As soon as the pages answer. */
    void pages(Duration elapsed) {
        out.printf(Locale.ROOT, "Ready after %.1f s:  %s%n", elapsed.toMillis() / 1000.0, district.address());
    }

    /** Where to go and what to look at, the last thing said. */
    void guide() {
        String signIn = district.installation().issuer();
        out.println();
        out.printf("  Open      %s%n", district.address());
        out.println("  Sign in   as one of these, no password:");
        List<Person> people = district.people().all();
        int username = width(people.stream().map(Person::username).toList());
        int name = width(people.stream().map(Person::name).toList());
        for (Person person : people) {
            out.printf(
                    "            %-" + username + "s  %-" + name + "s  %-18s  %s%n",
                    person.username(),
                    person.name(),
                    person.role(),
                    person.look());
        }
        out.printf("  School    %s, %s%n", schoolTime(), pace());
        out.printf("  Mail      %s/mail%n", signIn);
        out.printf("  Scripts   infra/local/token admin   prints a bearer token for %s/api/…%n", district.address());
        out.printf("  Data      %s (log: logs/pacelight.log)%n", options.data());
        if (options.demo()) {
            out.println();
            out.println(
                    "  Look at Next bell and the class grid as the first teacher, and at District as the district:");
            out.println("  levels, lights and conferences move while the school day goes by.");
        }
        out.println();
        out.println("  Ctrl-C stops everything; the next start goes on from there.");
    }

    private String schoolTime() {
        ZoneId zone = options.demo() ? DemoSchool.zone() : ZoneId.systemDefault();
        return SCHOOL_TIME.format(district.clock().now().atZone(zone));
    }

    private String pace() {
        int speed = district.clock().speed();
        String nights = options.demo() ? "; nights and days off are skipped" : "";
        return speed == 1 ? "in real time" + nights : "%d minutes pass in one%s".formatted(speed, nights);
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(1);
    }
}
