/** Events off and onto Kafka as raw bytes with CloudEvents headers; what cannot be read goes to quarantine. */
@NullMarked
package io.pacelight.kit.stream;

import org.jspecify.annotations.NullMarked;
