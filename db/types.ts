// Written by tools/db-types.ts from db/migrations; changes are overwritten.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A moment; written as an ISO string or a Date. */
type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface DB {
  'applications.application': {
    id: string;
    version: number;
    state: unknown;
    number: string;
    draft_id: string;
    person_id: string;
    organisation_id: string | null;
    filed_at: Timestamp;
  };
  'applications.draft': {
    id: string;
    version: number;
    person_id: string | null;
    guest_key: string | null;
    subject: string;
    pack_version: string;
    content: unknown;
    application_id: string | null;
    created_at: Timestamp;
    updated_at: Timestamp;
    cures_case_id: string | null;
  };
  'applications.filing': {
    application_id: string;
    answers: unknown;
    provenance: unknown;
    applicant: unknown;
    place: unknown;
    plan: unknown;
    digest: string;
  };
  'applications.supplement': {
    id: string;
    application_id: string;
    case_id: string;
    answers: unknown;
    provenance: unknown;
    digest: string;
    filed_at: Timestamp;
    kind: string;
    note: string | null;
    document_ids: Generated<string[]>;
  };
  'audit.entry': {
    position: GeneratedAlways<number>;
    at: Timestamp;
    by: string;
    action: string;
    subject: string;
    subject_id: string | null;
    application_id: string | null;
    request_id: string | null;
    details: unknown;
  };
  'cases.case': {
    id: string;
    version: number;
    state: unknown;
    number: string;
    application_id: string;
    department_id: string;
    service_id: string;
    status: string;
    officer_id: string | null;
    due_on: string | null;
    since: Timestamp;
  };
  'catalogue.added_day': {
    id: string;
    calendar_id: string;
    day: string;
    reason: string;
    proposed_by: string;
    proposed_at: Timestamp;
    approved_by: string | null;
    approved_at: Timestamp | null;
  };
  'catalogue.version': {
    id: string;
    city_id: string;
    version: string;
    hash: string;
    effective: string;
    content: unknown;
    loaded_at: Generated<Timestamp>;
    published_by: string | null;
  };
  'decisions.decision': {
    id: string;
    version: number;
    state: unknown;
    case_id: string;
    application_id: string;
    department_id: string;
    status: string;
    number: string | null;
  };
  'documents.document': {
    id: string;
    name: string;
    type: string;
    size: number;
    digest: string;
    origin: string;
    person_id: string | null;
    guest_key: string | null;
    employee_id: string | null;
    department_id: string | null;
    draft_id: string | null;
    application_id: string | null;
    case_id: string | null;
    created_at: Timestamp;
  };
  'documents.issued': {
    document_id: string;
    verify_code: string;
    kind: string;
    number: string;
    issued_on: string;
    outcome: string;
    service: unknown;
    department: unknown;
    title: unknown;
    record_number: string | null;
    digest: string;
    status: string;
  };
  'people.calendar_feed': {
    token_hash: string;
    holder: string;
    created_at: Timestamp;
  };
  'people.demo_provider_entry': {
    model: string;
    id: string;
    payload: unknown;
    grant_id: string | null;
    uid: string | null;
    expires_at: Timestamp | null;
    consumed_at: Timestamp | null;
  };
  'people.demo_provider_key': {
    id: number;
    jwks: unknown;
    cookie_key: string;
    client_secret: string;
  };
  'people.employee': {
    id: string;
    department_id: string;
    roles: string[];
    last_name: string;
    first_name: string;
    patronymic: string | null;
    title: string | null;
    phone: string | null;
    email: string | null;
    left_on: string | null;
    updated_at: Timestamp;
  };
  'people.identity': {
    issuer: string;
    subject: string;
    person_id: string | null;
    employee_id: string | null;
    linked_at: Timestamp;
    signed_in_at: Timestamp | null;
  };
  'people.mandate': {
    id: string;
    grantor_person_id: string | null;
    grantor_organisation_id: string | null;
    representative_id: string;
    number: string;
    issued_on: string;
    scope: string[];
    valid_from: string;
    valid_to: string;
    revoked_on: string | null;
  };
  'people.organisation': {
    id: string;
    name: string;
    inn: string;
    kpp: string | null;
    ogrn: string;
    legal_address: string | null;
    updated_at: Timestamp;
  };
  'people.person': {
    id: string;
    last_name: string;
    first_name: string;
    patronymic: string | null;
    phone: string | null;
    email: string | null;
    snils: string | null;
    inn: string | null;
    ogrnip: string | null;
    registered_address: string | null;
    created_at: Timestamp;
    updated_at: Timestamp;
  };
  'people.position': {
    person_id: string;
    organisation_id: string;
    title: string;
    since: string;
    until: string | null;
  };
  'platform.event': {
    position: GeneratedAlways<number>;
    stream: string;
    stream_id: string;
    seq: number;
    type: string;
    body: unknown;
    at: Timestamp;
    by: string;
  };
  'platform.migration': {
    number: number;
    file: string;
    hash: string;
    applied_at: Generated<Timestamp>;
  };
  'platform.rate_count': {
    key: string;
    window_start: Timestamp;
    hits: number;
  };
  'platform.session': {
    id: string;
    secret_hash: Buffer;
    previous_secret_hash: Buffer | null;
    rotated_at: Timestamp;
    holder_key: string | null;
    holder: unknown;
    csrf_token: string;
    device: string;
    content: unknown;
    created_at: Timestamp;
    seen_at: Timestamp;
    expires_at: Timestamp;
  };
  'registers.numbering': {
    register_id: string;
    year: number;
    last: number;
  };
  'registers.record': {
    id: string;
    version: number;
    state: unknown;
    register_id: string;
    number: string;
    case_id: string | null;
    application_id: string | null;
    status: string;
    place: string | null;
    entered_on: string;
    valid_until: string | null;
  };
  'requests.agency_request': {
    id: string;
    version: number;
    state: unknown;
    case_id: string;
    application_id: string;
    from_department_id: string;
    to_department_id: string;
    status: string;
    officer_id: string | null;
    due_on: string;
  };
  'territory.address': {
    street: string;
    house: string;
    number: number;
    parcel: string;
  };
  'territory.feature': {
    id: string;
    layer: string;
    external_id: string;
    properties: unknown;
    tags: unknown;
    geometry: string;
    hash: string;
    valid_from: string | null;
    valid_to: string | null;
    known_from: Generated<Timestamp>;
    known_to: Timestamp | null;
  };
  'territory.layer': {
    id: string;
    position: number;
    role: string;
    definition: unknown;
    hash: string;
    version: number;
    changed_at: Generated<Timestamp>;
  };
  'territory.street_word': {
    word: string;
    street: string;
  };
}
