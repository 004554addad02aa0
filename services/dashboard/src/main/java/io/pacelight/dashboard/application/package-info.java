/** What people come to read and do, and the ports through which the other services answer. */
@NullMarked
package io.pacelight.dashboard.application;

import org.jspecify.annotations.NullMarked;
