/** What is to be learned: the competency map, the courses' pathways and the classes' pacing plans. */
@NullMarked
package io.pacelight.simulator.curriculum;

import org.jspecify.annotations.NullMarked;
