/** What people search for, and how events and changes become it: pure, without I/O. */
@NullMarked
package dev.millrace.search.documents;

import org.jspecify.annotations.NullMarked;
