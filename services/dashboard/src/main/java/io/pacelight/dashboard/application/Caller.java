package io.pacelight.dashboard.application;

/** On whose behalf a service is asked: the bearer token, kept out of logs. */
public record Caller(String token) {

    @Override
    public String toString() {
        return "Caller[token=***]";
    }
}
