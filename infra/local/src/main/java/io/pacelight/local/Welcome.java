package io.pacelight.local;

import io.pacelight.local.signin.Person;
import java.io.PrintStream;
import java.util.Locale;

/** What the console says when the district is up. */
final class Welcome {
    private Welcome() {}

    static void print(PrintStream out, LocalDistrict district, Options options, Steps steps) {
        String signIn = "http://localhost:" + options.signInPort();
        out.printf(Locale.ROOT, "Ready after %.1f s.%n%n", steps.elapsed().toMillis() / 1000.0);
        out.printf("  Open      %s%n", district.address());
        out.println("  Sign in as");
        for (Person person : district.people().all()) {
            out.printf(
                    "    %-14s %-22s %-20s sees %s%n", person.username(), person.name(), person.role(), person.look());
        }
        out.printf("  Token     infra/local/token admin%n");
        out.printf("  Mail      %s/mail%n", signIn);
        out.printf("  Clock     %s/clock%n", signIn);
        out.printf("  Data      %s (log in logs/pacelight.log)%n", options.data());
        out.printf("%n  Ctrl-C stops everything.%n");
    }
}
