/**
 * A synthetic student who makes an attempt every few minutes, through the front door, and looks how long it takes to be
 * visible. The student lives in a shadow district with an id of its own, so that no report, roll-up, queue or digest of the
 * real one can hold anything of it, while it shares every service, topic and partition with it. A process of its own,
 * since one that shares the fate of what it watches says nothing when that dies.
 */
@NullMarked
package io.pacelight.canary;

import org.jspecify.annotations.NullMarked;
