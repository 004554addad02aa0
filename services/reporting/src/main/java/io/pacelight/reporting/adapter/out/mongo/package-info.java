/** Reporting's documents in MongoDB: students, evidence, people, totals and freshness. */
@NullMarked
package io.pacelight.reporting.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
