/** The room for turning a checked package into changes of what is stored, first on trial, then for good. */
@NullMarked
package io.pacelight.roster.application.apply;

import org.jspecify.annotations.NullMarked;
