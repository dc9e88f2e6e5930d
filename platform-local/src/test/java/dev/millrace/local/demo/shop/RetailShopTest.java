package dev.millrace.local.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.local.demo.shop.Step.Pieces;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailShopTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    @TempDir
    Path folder;

    @Test
    void makesAnInvoiceAnOrderThatIsPlacedPaidAndShipped() {
        var order = plan("536365,A,LAMP,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom", """
                536365,B,"BAG, ""RED""\",2,2010-12-01 08:26:00,3.39,17850.0,United Kingdom""")
                .orders()
                .getFirst();

        assertThat(order.steps())
                .hasExactlyElementsOfTypes(Step.Place.class, Step.Pay.class, Step.Ship.class)
                .allMatch(step -> step.orderId().equals(order.orderId()));
        assertThat(order.steps().get(0)).isInstanceOfSatisfying(Step.Place.class, place -> {
            assertThat(place.lines()).hasSize(2);
            assertThat(place.lines().get(1).description()).isEqualTo("BAG, \"RED\"");
            assertThat(place.customerId()).contains(Customer.idOf("17850"));
        });
        assertThat(order.steps().get(1))
                .isInstanceOfSatisfying(
                        Step.Pay.class, pay -> assertThat(pay.amount()).isEqualByComparingTo(new BigDecimal("22.08")));
    }

    @Test
    void createsACustomerOncePerNumber() {
        var plan = plan(
                "1,A,LAMP,1,2010-12-01 08:26:00,1,17850.0,United Kingdom",
                "2,A,LAMP,1,2010-12-01 08:27:00,1,17850.0,United Kingdom",
                "3,A,LAMP,1,2010-12-01 08:28:00,1,,United Kingdom");

        assertThat(plan.customers()).extracting(Customer::email).containsExactly("17850@customers.example");
        assertThat(plan.orders()).hasSize(3);
    }

    @Test
    void cancelsAnOrderThatComesBackWholeOnItsDay() {
        assertThat(steps("1,A,LAMP,5,2010-12-01 08:00:00,1,7,UK", "C2,A,LAMP,-5,2010-12-01 09:00:00,1,7,UK"))
                .hasExactlyElementsOfTypes(Step.Place.class, Step.Pay.class, Step.Cancel.class);
    }

    @Test
    void returnsWhatComesBackLater() {
        assertThat(steps("1,A,LAMP,5,2010-12-01 08:00:00,1,7,UK", "C2,A,LAMP,-5,2010-12-02 09:00:00,1,7,UK"))
                .hasExactlyElementsOfTypes(Step.Place.class, Step.Pay.class, Step.Ship.class, Step.Return.class);
    }

    @Test
    void shipsBeforePartOfAnOrderComesBack() {
        var steps = steps(
                "1,A,LAMP,5,2010-12-01 08:00:00,1,7,UK",
                "C2,A,LAMP,-2,2010-12-01 09:00:00,1,7,UK",
                "C3,A,LAMP,-3,2010-12-01 10:00:00,1,7,UK");

        assertThat(steps)
                .hasExactlyElementsOfTypes(
                        Step.Place.class, Step.Pay.class, Step.Ship.class, Step.Return.class, Step.Return.class);
        assertThat(steps.getLast())
                .isInstanceOfSatisfying(
                        Step.Return.class, back -> assertThat(back.pieces()).containsExactly(new Pieces("A", 3)));
    }

    @Test
    void takesTheLatestSaleOfTheSameCustomer() {
        var plan = plan(
                "1,A,LAMP,5,2010-12-01 08:00:00,1,7,UK",
                "2,A,LAMP,5,2010-12-01 08:30:00,1,7,UK",
                "3,A,LAMP,5,2010-12-01 08:40:00,1,8,UK",
                "C4,A,LAMP,-5,2010-12-02 09:00:00,1,7,UK");

        assertThat(plan.orders().get(1).steps()).hasAtLeastOneElementOfType(Step.Return.class);
        assertThat(plan.orders().get(0).steps()).doesNotHaveAnyElementsOfTypes(Step.Return.class);
    }

    @Test
    void asksForAReturnEvenWhereNothingWasSold() {
        assertThat(steps("C2,A,LAMP,-5,2010-12-01 09:00:00,1,7,UK")).hasExactlyElementsOfTypes(Step.Return.class);
    }

    @Test
    void takesNothingBackTwice() {
        var plan = plan(
                "1,A,LAMP,5,2010-12-01 08:00:00,1,7,UK",
                "C2,A,LAMP,-5,2010-12-02 09:00:00,1,7,UK",
                "C3,A,LAMP,-5,2010-12-02 10:00:00,1,7,UK");

        assertThat(plan.orders()).hasSize(2);
    }

    @Test
    void repeatsTheSameIdsInEveryRun() {
        var row = "1,A,LAMP,5,2010-12-01 08:00:00,1,7,UK";

        assertThat(plan(row)).isEqualTo(plan(row));
    }

    @Test
    void reportsMalformedRowsByFileAndLineAndGoesOn() throws IOException {
        var file = write(
                "1,A,LAMP,5,2010-12-01 08:00:00,1,7,UK",
                "2,A,\"LAMP,5,2010-12-01 08:00:00,1,7,UK",
                "3,A,LAMP,five,2010-12-01 08:00:00,1,7,UK",
                "4,A,LAMP,5,yesterday,1,7,UK",
                "5,A,LAMP,5,2010-12-01 08:00:00,free,7,UK",
                "6,A",
                ",A,LAMP,5,2010-12-01 08:00:00,1,7,UK",
                "8,A,LAMP,5,2010-12-01 08:00:00,1,7,UK");

        var read = RetailFile.read(List.of(file));

        assertThat(read.rows()).extracting(RetailRow::invoice).containsExactly("1", "8");
        assertThat(read.malformed()).extracting(RetailFile.MalformedRow::line).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(read.malformed().get(1)).hasToString(file + ":4: the quantity 'five' is no whole number");
    }

    @Test
    void refusesAFileThatIsNoneOfAShop() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "hello\n");

        assertThatThrownBy(() -> RetailFile.read(List.of(file))).hasMessageContaining("is no retail file");
        assertThatThrownBy(() -> RetailFile.read(List.of(folder.resolve("none.csv"))))
                .hasMessageContaining("There is no file");
    }

    @Test
    void makesTheSameSampleDayForTheSameSeed() {
        assertThat(RetailShop.plan(SampleShop.day(7, 100))).isEqualTo(RetailShop.plan(SampleShop.day(7, 100)));
    }

    private List<Step> steps(String... rows) {
        var orders = plan(rows).orders();
        assertThat(orders).hasSize(1);
        return orders.getFirst().steps();
    }

    private Plan plan(String... rows) {
        try {
            return RetailShop.plan(RetailFile.read(List.of(write(rows))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path write(String... rows) throws IOException {
        return Files.writeString(folder.resolve("day.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
    }
}
