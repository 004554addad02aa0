package io.pacelight.faults.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.pacelight.embedded.MailSink;
import io.pacelight.events.Topics;
import io.pacelight.simulator.school.SchoolYear;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The next school morning: the digests go out, and intervention is killed among them and comes back. */
final class Morning {
    private static final String INVARIANT = "I5 no mail twice";
    private static final String FAULT = "intervention killed among its mails";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Installation installation;
    private final Report report;

    Morning(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    void plan() {
        report.plan(FAULT, 1);
    }

    void play() {
        LocalDate today = LocalDate.ofInstant(installation.schoolTime(), SchoolYear.ZONE);
        LocalDate next = SchoolYear.meetingDays().stream()
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElseThrow();
        Installation.Instance intervention = installation.instance(Part.INTERVENTION);
        int before = installation.mail().messages().size();
        installation.schoolTime(next.atTime(7, 1).atZone(SchoolYear.ZONE).toInstant());
        if (Pause.within(PATIENCE, () -> installation.mail().messages().size() > before)) report.fired(FAULT);
        intervention.jvm().kill();
        report.say(
                "intervention killed after " + (installation.mail().messages().size() - before) + " digests");
        intervention.launch();
        intervention.awaitReady();
        int[] last = {-1, 0};
        Pause.until("no more mail comes", PATIENCE, () -> {
            int now = installation.mail().messages().size();
            last[1] = now == last[0] ? last[1] + 1 : 0;
            last[0] = now;
            Pause.millis(500);
            return last[1] > 8;
        });
    }

    /** A teacher has at most one mail for each that was noted, and what is missing is explained by kills. */
    void check() {
        Map<String, String> addresses = new HashMap<>();
        for (Ledger.Fact fact :
                Ledger.read(installation.bootstrap(), List.of(Topics.PEOPLE)).of(Topics.PEOPLE))
            if (fact.type().equals("person-changed") && fact.optional("email").isPresent())
                addresses.put(
                        new String(fact.raw().key(), java.nio.charset.StandardCharsets.UTF_8), fact.text("email"));
        Map<String, Integer> noted = new HashMap<>();
        try (MongoClient store = MongoClients.create(installation.storeUri())) {
            for (Document sent :
                    store.getDatabase("intervention").getCollection("sent").find()) {
                String id = sent.getString("_id");
                noted.merge(addresses.getOrDefault(id.substring(0, id.lastIndexOf('|')), id), 1, Integer::sum);
            }
        }
        Map<String, Integer> mailed = new HashMap<>();
        for (MailSink.Mail mail : installation.mail().messages())
            for (String to : mail.to()) mailed.merge(to, 1, Integer::sum);
        report.checked(INVARIANT, mailed.size());
        mailed.forEach((to, times) -> {
            if (times > noted.getOrDefault(to, 0))
                report.violated(
                        INVARIANT, "a teacher got " + times + " mails, noted were " + noted.getOrDefault(to, 0));
        });
        int missing = noted.values().stream().mapToInt(Integer::intValue).sum()
                - mailed.values().stream().mapToInt(Integer::intValue).sum();
        int kills = report.firingsOf("intervention killed") + report.firingsOf("intervention crashed");
        if (missing > kills)
            report.violated(INVARIANT, missing + " mails are noted and never came; kills explain at most " + kills);
        report.measured(
                "mails", mailed.values().stream().mapToInt(Integer::intValue).sum());
    }
}
