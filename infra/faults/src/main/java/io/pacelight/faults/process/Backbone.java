package io.pacelight.faults.process;

import java.util.Random;

/** Broker and store are killed and come back, one after the other and both at once; the services live on. */
final class Backbone implements Trouble {
    private final Installation installation;
    private final int rounds;
    private final Random chance;
    private final Report report;

    Backbone(Installation installation, int rounds, Random chance, Report report) {
        this.installation = installation;
        this.rounds = rounds;
        this.chance = chance;
        this.report = report;
    }

    @Override
    public int steps() {
        return rounds * 2 + 1;
    }

    @Override
    public void plan() {
        report.plan("broker killed", rounds + 1);
        report.plan("store killed", rounds + 1);
    }

    @Override
    public void make(Runnable step) {
        for (int i = 0; i < rounds; i++) {
            work();
            killBroker();
            away();
            installation.startBroker();
            report.say("broker killed and back");
            step.run();
            work();
            killStore();
            away();
            installation.startStore();
            report.say("store killed and back");
            step.run();
        }
        work();
        killBroker();
        killStore();
        away();
        installation.startStore();
        installation.startBroker();
        report.say("broker and store killed and back");
        step.run();
    }

    private void killBroker() {
        installation.broker().kill();
        report.fired("broker killed");
    }

    private void killStore() {
        installation.store().kill();
        report.fired("store killed");
    }

    private void work() {
        Pause.millis(1_500 + chance.nextInt(2_000));
    }

    private void away() {
        Pause.millis(500 + chance.nextInt(3_000));
    }
}
