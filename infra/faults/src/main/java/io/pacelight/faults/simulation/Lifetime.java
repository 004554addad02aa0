package io.pacelight.faults.simulation;

/** One run of one instance of a service: when it dies, all of its tasks die with it, and all that it remembered. */
final class Lifetime {
    private final String name;
    private boolean dead;

    Lifetime(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isDead() {
        return dead;
    }

    void die() {
        dead = true;
    }
}
