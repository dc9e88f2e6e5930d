package dev.millrace.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.millrace.search", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule documentsArePure = classes()
            .that()
            .resideInAPackage("..documents..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.apache.avro.specific..",
                    "dev.millrace.contracts..",
                    "dev.millrace.orders..",
                    "dev.millrace.users..",
                    "dev.millrace.search.documents..");

    @ArchTest
    static final ArchRule searchingIsNotIndexing = noClasses()
            .that()
            .resideInAPackage("..searching..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..indexing..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.millrace.search.(*)..").should().beFreeOfCycles();
}
