export { authorise, may, type Permission, permissions, type Subject } from './permissions.ts';
