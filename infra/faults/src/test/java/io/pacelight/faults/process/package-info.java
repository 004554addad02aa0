@NullMarked
package io.pacelight.faults.process;

import org.jspecify.annotations.NullMarked;
