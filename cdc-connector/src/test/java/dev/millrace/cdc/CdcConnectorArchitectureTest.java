package dev.millrace.cdc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = CdcConnectorApplication.class, importOptions = DoNotIncludeTests.class)
class CdcConnectorArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoOtherService = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.millrace..")
                    .and(resideOutsideOfPackages(
                            "dev.millrace.cdc..", "dev.millrace.starter..", "dev.millrace.contracts..")));

    @ArchTest
    static final ArchRule progressIsPure = classes()
            .that()
            .resideInAPackage("..progress")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java.lang..", "org.jspecify..", "dev.millrace.cdc.progress");

    @ArchTest
    static final ArchRule retentionIsPure = classes()
            .that()
            .resideInAPackage("..retention")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.millrace.cdc.retention");

    @ArchTest
    static final ArchRule theSourceKnowsNothingOfTheSink = noClasses()
            .that()
            .resideInAPackage("..postgres")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..cdc.kafka", "..cdc.capture", "..cdc.status", "org.apache.kafka.clients..");

    @ArchTest
    static final ArchRule theSinkKnowsNothingOfTheSource = noClasses()
            .that()
            .resideInAPackage("..kafka")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..cdc.postgres",
                    "..cdc.records",
                    "..cdc.capture",
                    "..cdc.status",
                    "io.debezium..",
                    "org.postgresql..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.millrace.cdc.(*)..").should().beFreeOfCycles();
}
