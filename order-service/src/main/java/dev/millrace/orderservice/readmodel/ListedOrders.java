package dev.millrace.orderservice.readmodel;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** The rows of the list. */
interface ListedOrders extends JpaRepository<ListedOrder, UUID>, JpaSpecificationExecutor<ListedOrder> {}
