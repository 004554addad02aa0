package io.pacelight.faults.process;

import io.pacelight.faults.process.TcpProxy.Weather;
import java.util.List;

/** Connections to broker and store are delayed, cut and half-open for a while each. */
final class Network implements Trouble {
    private static final List<Weather> BAD = List.of(Weather.DELAYED, Weather.CUT, Weather.HALF_OPEN);

    private final Installation installation;
    private final long millis;
    private final Report report;

    private record Way(String name, TcpProxy proxy) {
        String in(Weather weather) {
            return "network to " + name + " " + weather.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param millis how long each lasts */
    Network(Installation installation, long millis, Report report) {
        this.installation = installation;
        this.millis = millis;
        this.report = report;
    }

    private List<Way> ways() {
        return List.of(new Way("broker", installation.brokerProxy()), new Way("store", installation.storeProxy()));
    }

    @Override
    public int steps() {
        return ways().size() * BAD.size();
    }

    @Override
    public void plan() {
        for (Way way : ways()) for (Weather weather : BAD) report.plan(way.in(weather), 1);
    }

    @Override
    public void make(Runnable step) {
        for (Weather weather : BAD)
            for (Way way : ways()) {
                long before = way.proxy.disturbed();
                way.proxy.weather(weather);
                Pause.millis(millis);
                way.proxy.weather(Weather.CLEAR);
                if (way.proxy.disturbed() > before) report.fired(way.in(weather));
                report.say(way.in(weather) + ", " + (way.proxy.disturbed() - before) + " pieces");
                Pause.millis(millis / 2);
                step.run();
            }
    }
}
