/** The main job of the platform on one machine: real orders through all of it, and the books balanced afterwards. */
@NullMarked
package dev.millrace.local.demo;

import org.jspecify.annotations.NullMarked;
