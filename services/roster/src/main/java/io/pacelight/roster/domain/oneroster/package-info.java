/** The room for the OneRoster 1.1 and 1.2 CSV binding: its tables, words and rules, free of any file format library. */
@NullMarked
package io.pacelight.roster.domain.oneroster;

import org.jspecify.annotations.NullMarked;
