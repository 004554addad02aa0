/** A broker, a document store and a mail sink inside this JVM, so that Pacelight runs and is tested with nothing else installed. */
@NullMarked
package io.pacelight.embedded;

import org.jspecify.annotations.NullMarked;
