/**
 * The books of a run: reads back what every part of the platform holds, with plain clients and none of the services'
 * classes, and compares it id by id.
 */
@NullMarked
package dev.millrace.local.demo.ledger;

import org.jspecify.annotations.NullMarked;
