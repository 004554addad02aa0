/** Policies and a student's competencies over HTTP. */
@NullMarked
package io.pacelight.progression.adapter.in.web;

import org.jspecify.annotations.NullMarked;
