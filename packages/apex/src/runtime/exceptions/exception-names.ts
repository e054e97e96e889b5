/**
 * The built-in exception types by namespace, in the spelling of the Apex reference. A test compares this list with the
 * platform tables. EventBus.InvalidReplayIdException, the formula exceptions and the nested names of the session cache's
 * exceptions exist on the platform although its tables leave them out.
 */
const NAMES: Readonly<Record<string, string>> = {
    System: `AssertException AsyncException AuraHandledException BigObjectException CalloutException CanvasException
        DmlException DuplicateMessageException EmailException EmailTemplateRenderException ExternalObjectException
        FatalCursorException FinalException FlowException
        FormulaEvaluationException FormulaValidationException HandledException IllegalArgumentException
        InvalidHeaderException InvalidParameterValueException InvalidReadOnlyUserDmlException JSONException
        LicenseException LimitException ListException MathException NoAccessException NoDataFoundException
        NoSuchElementException NullPointerException PlatformCacheException ProcedureException QueryException
        RequiredFeatureMissingException SObjectException SearchException SecurityException SerializationException
        StringException TouchHandledException TransientCursorException TypeException UnexpectedException
        UnsupportedOperationException VisualforceException WaveTemplateException XmlException`,
    Apex: 'EmptyStackException',
    Auth: `AuthProviderPluginException ConnectedAppPluginException DiscoveryCustomErrorException
        JWTBearerTokenExchange.JWTBearerTokenExchangeException JWTValidationException LoginDiscoveryException
        VerificationException`,
    Cache: `CacheException InvalidCacheBuilderException InvalidParamException ItemSizeLimitExceededException
        Org.OrgCacheException PlatformCacheInvalidOperationException SessionCacheException
        SessionCacheNoSessionException Session.SessionCacheException Session.SessionCacheNoSessionException`,
    Canvas: 'CanvasRenderException',
    Compression: 'ZipException',
    ConnectApi: 'ConnectApiException NotFoundException RateLimitException',
    DataSource: 'DataSourceException OAuthTokenExpiredException',
    EventBus: 'RetryableException InvalidReplayIdException',
    PlaceQuote: 'PlaceQuoteException',
    Reports: `FeatureNotSupportedException InstanceAccessException InvalidFilterException
        InvalidReportMetadataException InvalidSnapshotDateException MetadataException ReportRunException
        UnsupportedOperationException`,
    RevSalesTrxn: 'PlaceSalesTransactionException',
    Wave: 'InvalidParameterException WaveQueryException',
    WaveTemplate: 'TemplateApexException TemplateInterruptException',
    aiplatform: `ModelsAPI.createChatGenerations_ResponseException ModelsAPI.createEmbeddings_ResponseException
        ModelsAPI.createGenerations_ResponseException ModelsAPI.submitFeedback_ResponseException`,
};

/** Qualified: `System.DmlException`. */
export const exceptionNames: readonly string[] = Object.entries(NAMES).flatMap(([namespace, names]) =>
    names.split(/\s+/).map((name) => `${namespace}.${name}`),
);
