/** Writing to Elasticsearch so that nothing is lost: for services that bring its client along. */
@NullMarked
package dev.millrace.starter.elasticsearch;

import org.jspecify.annotations.NullMarked;
