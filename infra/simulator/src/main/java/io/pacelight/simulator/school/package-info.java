/** Who and when: schools, people, sections, the school year, bells and absences. */
@NullMarked
package io.pacelight.simulator.school;

import org.jspecify.annotations.NullMarked;
