/** Holds records, schemas, AsyncAPI document, catalogue page and golden files together. */
@NullMarked
package io.pacelight.events;

import org.jspecify.annotations.NullMarked;
