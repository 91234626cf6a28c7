/** What ajv made of schemas/ at build time; see scripts/validators.mjs. */
import type { ErrorObject } from "ajv";
import type {
  CareSource,
  FlowSource,
  LanguageSource,
  NormsSource,
  OrganisationSource,
  OverlaySource,
  PracticeSource,
  RetentionSource,
  ScenariosSource,
} from "../core/formats.ts";

export interface Validator<T> {
  (data: unknown): data is T;
  errors?: ErrorObject[] | null;
}
export const care: Validator<CareSource>;
export const flow: Validator<FlowSource>;
export const language: Validator<LanguageSource>;
export const norms: Validator<NormsSource>;
export const overlay: Validator<OverlaySource>;
export const organisation: Validator<OrganisationSource>;
export const practice: Validator<PracticeSource>;
export const retention: Validator<RetentionSource>;
export const scenarios: Validator<ScenariosSource>;
