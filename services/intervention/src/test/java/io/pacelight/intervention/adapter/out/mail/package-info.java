/** Tests of the mailer against a mail server that misbehaves. */
@NullMarked
package io.pacelight.intervention.adapter.out.mail;

import org.jspecify.annotations.NullMarked;
