/** State documents, quarantine and audit rows in MongoDB by the plain driver. */
@NullMarked
package io.pacelight.kit.mongo;

import org.jspecify.annotations.NullMarked;
