package io.pacelight.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns("test");

    @AfterEach
    void stop() {
        turns.stop();
    }

    @Test
    void a_turn_that_fails_is_tried_again() throws InterruptedException {
        AtomicInteger tried = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(1);
        turns.every(Duration.ofMillis(1), () -> {
            if (tried.incrementAndGet() == 2) throw new StackOverflowError("a document nested too deeply");
            if (tried.get() == 3) third.countDown();
            throw new IllegalStateException("the store is away");
        });

        turns.start();

        third.await();
        assertThat(tried.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void stopping_waits_for_the_turn_that_is_under_way() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        turns.every(Duration.ofHours(1), () -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                return;
            }
            ended.set(true);
        });
        turns.start();
        begun.await();
        Thread.ofPlatform().start(goOn::countDown);

        turns.stop();

        assertThat(ended).isTrue();
    }
}
