/** The web pages of Pacelight: no database, no broker; it reads and commands the other services as the signed-in person. */
@NullMarked
package io.pacelight.dashboard;

import org.jspecify.annotations.NullMarked;
