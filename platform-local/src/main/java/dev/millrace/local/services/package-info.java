/** The services of the platform, known only as jars and addresses. */
@NullMarked
package dev.millrace.local.services;

import org.jspecify.annotations.NullMarked;
