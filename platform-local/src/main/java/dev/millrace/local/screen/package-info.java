/** What a person sees of a platform that comes and goes. */
@NullMarked
package dev.millrace.local.screen;

import org.jspecify.annotations.NullMarked;
