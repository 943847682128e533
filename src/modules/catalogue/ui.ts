export { serviceAsSchemaOrg, situationAsSchemaOrg } from './linked/schema-org.ts';
