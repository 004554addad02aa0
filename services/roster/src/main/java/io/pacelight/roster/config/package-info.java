/** The room where the service is put together. */
@NullMarked
package io.pacelight.roster.config;

import org.jspecify.annotations.NullMarked;
