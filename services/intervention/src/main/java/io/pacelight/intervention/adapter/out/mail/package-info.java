/** Mail by SMTP. */
@NullMarked
package io.pacelight.intervention.adapter.out.mail;

import org.jspecify.annotations.NullMarked;
