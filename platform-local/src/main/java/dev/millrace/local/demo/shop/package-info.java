/** What the demo does, decided before anything is sent: customers, and the steps of every order. */
@NullMarked
package dev.millrace.local.demo.shop;

import org.jspecify.annotations.NullMarked;
