/** From a question to what the index finds. */
@NullMarked
package dev.millrace.search.searching;

import org.jspecify.annotations.NullMarked;
