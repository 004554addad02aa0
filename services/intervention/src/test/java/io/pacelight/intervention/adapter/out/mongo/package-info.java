/** What is stored comes back as it was. */
@NullMarked
package io.pacelight.intervention.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
