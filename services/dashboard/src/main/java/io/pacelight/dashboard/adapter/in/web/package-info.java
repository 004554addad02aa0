/** The pages and their fragments: controllers, and the view models that templates print without thinking. */
@NullMarked
package io.pacelight.dashboard.adapter.in.web;

import org.jspecify.annotations.NullMarked;
