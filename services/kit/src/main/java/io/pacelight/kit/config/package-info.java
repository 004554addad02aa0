/** Wires the kit into a service that names itself by pacelight.service. */
@NullMarked
package io.pacelight.kit.config;

import org.jspecify.annotations.NullMarked;
