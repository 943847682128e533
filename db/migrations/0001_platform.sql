-- Geometry for every module, and the schema of the platform's own tables.

create extension if not exists postgis;

create schema if not exists platform;
