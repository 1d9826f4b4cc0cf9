// Command api-server serves the platform's public API.
package main

import (
	"log"
	"net/http"
	"time"

	"gpuaas.example/platform/packages/platform/auth"
	"gpuaas.example/platform/packages/platform/iam"
	appsapi "gpuaas.example/platform/packages/products/appplatform/api"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/v1/auth/logout", auth.HandleLogout(func(string) {}))
	mux.HandleFunc("/v1/iam/decisions", iam.HandleDecision(iam.Authorizer{}))
	mux.HandleFunc("/v1/apps/manifests/validations", appsapi.HandleValidation())
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
