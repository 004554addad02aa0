package io.pacelight.events;

/** How an episode, from the strike of a clock on, came to its end. */
public enum EpisodeEnd {
    PROGRESS,
    CONFERENCE,
    MOVED,
    TERM_ENDED,
    CLOCK_MOVED
}
