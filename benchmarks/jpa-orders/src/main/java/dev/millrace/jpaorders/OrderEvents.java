package dev.millrace.jpaorders;

import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The event store; appending a version that is there already is refused. */
interface OrderEvents extends Repository<OrderEvent, OrderEvent.Key> {

    @Transactional
    OrderEvent save(OrderEvent event);
}
