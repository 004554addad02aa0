package io.pacelight.events;

/** Whether the attempts are getting anywhere, whatever the mastery policy says. */
public enum Struggle {
    /** Three in a row at mastery within the first ten attempts. */
    MASTERED,
    /** Ten attempts and never three in a row within them. */
    WHEEL_SPINNING,
    /** Fewer than ten attempts and not yet three in a row. */
    INDETERMINATE
}
