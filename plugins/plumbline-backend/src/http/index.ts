export {
  createRequestValidation,
  requestValidationErrors,
} from './requestValidation';
