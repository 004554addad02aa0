/**
 * What every service needs once: exactly-once folding of batches into state documents, quarantine, reference facts,
 * scopes, problem details and observation names.
 */
@NullMarked
package io.pacelight.kit;

import org.jspecify.annotations.NullMarked;
