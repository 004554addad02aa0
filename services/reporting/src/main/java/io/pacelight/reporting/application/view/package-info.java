/** What the pages get: the JSON of reporting's API, field by field. */
@NullMarked
package io.pacelight.reporting.application.view;

import org.jspecify.annotations.NullMarked;
